import { expect, test } from "vitest";
import { sayTimeLeft } from "@/components/phone/countdown";

const text = { minutes: "{minutes}:{seconds}", hours: "{hours} h {minutes}", over: "over" };

test.each([
  [1_745_000, "29:05"],
  [59_001, "1:00"],
  [1, "0:01"],
  [0, "over"],
  [-60_000, "over"],
  [3_600_000, "1 h 0"],
  [7_259_000, "2 h 0"],
  [604_800_000, "168 h 0"],
])("%i ms before the end it says %s", (leftMs, sentence) => {
  expect(sayTimeLeft(leftMs, text)).toBe(sentence);
});
