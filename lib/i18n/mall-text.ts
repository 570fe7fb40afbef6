import { createTranslator } from "next-intl";
import distribution from "@/messages/zh/distribution.json";
import errors from "@/messages/zh/errors.json";
import mall from "@/messages/zh/mall.json";

/** The mall's sentences, without a request: pages that use them stay prerendered. */
export const mallText = createTranslator({
  locale: "zh",
  timeZone: "Asia/Shanghai",
  messages: { mall, distribution, errors },
});
