/** The columns of a picture that a screen needs. */
export const pictureSelect = {
  storageKey: true,
  width: true,
  height: true,
  color: true,
  alt: true,
} as const;
