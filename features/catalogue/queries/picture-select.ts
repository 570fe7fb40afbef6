import type { PictureView } from "@/components/phone/picture";

/** The columns of a picture that a screen needs. */
export const pictureSelect = {
  storageKey: true,
  width: true,
  height: true,
  color: true,
  alt: true,
} as const;

/** A picture for the screen; without words of its own it is described by `fallbackAlt`. */
export function toPictureView(picture: PictureView, fallbackAlt: string): PictureView {
  return { ...picture, alt: picture.alt || fallbackAlt };
}
