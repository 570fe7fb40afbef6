import { expect, test } from "vitest";
import { STAGES } from "./compositions/all-stages";
import { SHOP_MARKS } from "./compositions/shop-marks";
import { listSeedPictures } from "./list-seed-pictures";
import { encodeOriginal, takePicture } from "./take-picture";

test("every committed picture can be drawn again, and nothing drawable is left uncommitted", () => {
  const drawable = [...STAGES.keys(), ...SHOP_MARKS.keys()].sort();
  expect(listSeedPictures()).toEqual(drawable);
});

test("drawing a picture twice gives the same bytes", async () => {
  const draw = async (): Promise<Buffer> => {
    const stage = await STAGES.get("shanjian-chali")?.();
    if (!stage) throw new Error("the tea gift has no stage");
    return encodeOriginal(await takePicture(stage, 0.05));
  };
  const [once, again] = [await draw(), await draw()];
  expect(once.length).toBeGreaterThan(400);
  expect(once.equals(again)).toBe(true);
});
