/** A stored picture in the size of a table's row. */
export function Thumbnail({
  storageKey,
  alt,
  size,
}: {
  storageKey: string;
  alt: string;
  /** Edge in CSS pixels. */
  size: number;
}) {
  return (
    <picture className="block shrink-0">
      <source type="image/avif" srcSet={`/pictures/${storageKey}-160.avif`} />
      <img
        src={`/pictures/${storageKey}-160.webp`}
        alt={alt}
        width={size}
        height={size}
        loading="lazy"
        className="aspect-square rounded-md object-cover"
      />
    </picture>
  );
}
