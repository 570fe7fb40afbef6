import { blend, finish, type Ink, ink, paint } from "../studio/color";
import { found, type Grain, layGrains } from "../studio/grain";
import { noise } from "../studio/noise";
import type { Shade } from "../studio/prop";

/** How a cooked mass of rice looks. `guests` are odd grains: beans, red rice, quinoa. */
export interface RiceLook {
  base: Ink;
  gap: Ink;
  guests?: readonly Ink[];
  /** Share of guests among the grains, 0 … 1. */
  share?: number;
  /** 0.2 wet and glossy … 0.6 dry. */
  rough?: number;
  small?: boolean;
  /** How rounded each grain stands out; less where grains have fused. */
  relief?: number;
}

export const WHITE_RICE: RiceLook = { base: ink("#f6efdf"), gap: ink("#d9c7a2") };
export const SOY_RICE: RiceLook = { base: ink("#d2a971"), gap: ink("#a06c3a") };
export const LIGHT_SOY_RICE: RiceLook = { base: ink("#e2c698"), gap: ink("#b4895a") };
export const PURPLE_RICE: RiceLook = { base: ink("#5c3350"), gap: ink("#301830"), rough: 0.3 };
/** Rice boiled with lye: grains fused, clear amber. */
export const LYE_RICE: RiceLook = {
  base: ink("#dca94a"),
  gap: ink("#bd862f"),
  rough: 0.16,
  relief: 0.55,
};
export const MIXED_RICE: RiceLook = {
  base: ink("#e2cfa4"),
  gap: ink("#a58758"),
  guests: [ink("#7a3a2c"), ink("#3c2c2c"), ink("#f2e7c6"), ink("#c98c4a")],
  share: 0.5,
  small: true,
};
export const EIGHT_RICE: RiceLook = {
  base: ink("#efe2c6"),
  gap: ink("#c3a877"),
  guests: [ink("#8a2f2a"), ink("#57814a"), ink("#4a2438"), ink("#d9a441"), ink("#b5603a")],
  share: 0.3,
};

const LONG: Grain = { cell: 0.27, half: 0.16, radius: 0.15, flat: 0.75, seed: 4 };
const SHORT: Grain = { cell: 0.25, half: 0.06, radius: 0.15, flat: 0.6, seed: 6 };

/** Paints rice at a local point and rounds the normal over its grains. */
export function paintRice(out: Shade, look: RiceLook, x: number, y: number, z: number): void {
  layGrains(x, y, z, out, look.small ? SHORT : LONG, look.relief ?? 0.95);
  const crest = Math.min(1, Math.max(0, found.height * 1.5 + 0.15));
  const guests = look.guests ?? [];
  const guest =
    found.mark < (look.share ?? 0) ? guests[Math.floor(found.other * guests.length)] : undefined;
  paint(out, guest ?? look.base, 0.93 + 0.12 * found.other);
  blend(out, look.gap, (1 - crest) * 0.62);
  blend(out, look.gap, 0.3 * (noise(x * 0.6, y * 0.6, z * 0.6, 2) - 0.35));
  finish(out, look.rough ?? 0.34, 0.05, 0.75);
}
