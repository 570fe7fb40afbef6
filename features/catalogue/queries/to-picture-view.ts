import type { PictureView } from "@/components/phone/picture";

/** A picture for the screen; without words of its own it is described by `fallbackAlt`. */
export function toPictureView(picture: PictureView, fallbackAlt: string): PictureView {
  return { ...picture, alt: picture.alt || fallbackAlt };
}
