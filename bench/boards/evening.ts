import { lastDay } from "@/bench/generator/filled-shop";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";

/** When boards are asked: in the evening of the generated shop's last day. */
export const evening = new Date(shanghaiDayRange(lastDay).to.getTime() - 3_600_000);
