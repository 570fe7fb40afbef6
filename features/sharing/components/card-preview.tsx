import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import type { ShareSubject } from "@/features/sharing/schema";

/** The card as a friend sees it in WeChat: words on the left, a small square on the right. */
export function CardPreview({ subject }: { subject: ShareSubject }) {
  const { title, description, picture, shopName } = subject;
  return (
    <div className="max-w-72 rounded-md border hairline bg-white p-3">
      <p className="line-clamp-2 font-medium">{title}</p>
      <div className="mt-2 flex items-start gap-3">
        <p className="line-clamp-3 min-w-0 flex-1 text-ink-faint text-sm">{description}</p>
        {picture ? (
          <Picture picture={picture} sizes="56px" className="size-14 shrink-0" />
        ) : (
          <PicturePlaceholder className="size-14 shrink-0" />
        )}
      </div>
      <p className="mt-2 border-t hairline pt-1.5 text-ink-faint text-xs">{shopName}</p>
    </div>
  );
}
