import { Picture, PicturePlaceholder } from "@/components/phone/picture";

/** The picture of an order's line: only its key was frozen. Decoration beside the title. */
export function KeyPicture({
  storageKey,
  className,
}: {
  storageKey: string;
  className?: string | undefined;
}) {
  if (storageKey === "") return <PicturePlaceholder className={className} />;
  return (
    <Picture
      picture={{ storageKey, width: 400, height: 400, color: "#f0e9da", alt: "" }}
      sizes="80px"
      className={className}
    />
  );
}
