import { Icon } from "@/components/phone/icon";

/** What is needed to show a stored picture; the colour fills its place until it arrives. */
export type PictureView = {
  storageKey: string;
  width: number;
  height: number;
  color: string;
  alt: string;
};

const widths = [160, 400, 800, 1200] as const;

/** The address of one stored size of a picture. */
export function pictureUrl(
  storageKey: string,
  width: (typeof widths)[number],
  format: "avif" | "webp" = "webp",
): string {
  return `/pictures/${storageKey}-${width}.${format}`;
}

function srcSet(storageKey: string, format: "avif" | "webp"): string {
  return widths.map((width) => `${pictureUrl(storageKey, width, format)} ${width}w`).join(", ");
}

/**
 * A stored picture in the size and format that the phone needs. It keeps its place while loading.
 * @param sizes how wide it is shown, as in the HTML attribute
 * @param eager for the one picture that is seen first: loaded at once and before the others
 * @param className of the frame, which crops the picture to its own shape
 */
export function Picture({
  picture,
  sizes,
  eager = false,
  className = "",
}: {
  picture: PictureView;
  sizes: string;
  eager?: boolean;
  className?: string | undefined;
}) {
  const { storageKey, width, height, color, alt } = picture;
  return (
    <picture className={`block overflow-hidden ${className}`} style={{ backgroundColor: color }}>
      <source type="image/avif" srcSet={srcSet(storageKey, "avif")} sizes={sizes} />
      <img
        src={pictureUrl(storageKey, 800)}
        srcSet={srcSet(storageKey, "webp")}
        sizes={sizes}
        width={width}
        height={height}
        alt={alt}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : "auto"}
        decoding="async"
        className="size-full object-cover"
      />
    </picture>
  );
}

/** Stands where a picture is missing: a bamboo leaf on the shop's paper. */
export function PicturePlaceholder({ className = "" }: { className?: string | undefined }) {
  return (
    <span className={`grid place-items-center bg-sunken text-edge ${className}`}>
      <Icon name="leaf" className="size-1/3" />
    </span>
  );
}
