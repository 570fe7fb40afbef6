import type { Stage } from "../studio/stage";
import { BANNER_STAGES } from "./banners";
import { SAVOURY, SWEET } from "./flavours";
import { GIFT_STAGES } from "./gift-stages";
import { SIDE_STAGES } from "./side-stages";
import { SPECIAL_STAGES } from "./special-zongzi";
import { TEA_BANNER_STAGES } from "./tea-banners";
import { TEA_STAGES } from "./tea-stages";
import { cutStage, mainStage, packStage } from "./zongzi-stages";

type StageMaker = () => Stage | Promise<Stage>;

const flavourStages: [string, StageMaker][] = [...SAVOURY, ...SWEET].flatMap((flavour) => [
  [flavour.name, () => mainStage(flavour)],
  [`${flavour.name}-cut`, () => cutStage(flavour)],
  [`${flavour.name}-pack`, () => packStage(flavour)],
]);

/** Every rendered picture by name, with the function that sets its stage. */
export const STAGES: ReadonlyMap<string, StageMaker> = new Map([
  ...flavourStages,
  ...SPECIAL_STAGES,
  ...GIFT_STAGES,
  ...SIDE_STAGES,
  ...TEA_STAGES,
  ...BANNER_STAGES,
  ...TEA_BANNER_STAGES,
]);
