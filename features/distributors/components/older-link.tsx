import { ButtonLink } from "@/components/phone/button";

/** The way to the next page of a list that is sorted by time; nothing on the last page. */
export function OlderLink({
  path,
  before,
  label,
}: {
  /** With what narrows the list, if anything does. */
  path: string;
  /** The time or the cursor of the last row; null when there is no more. */
  before: Date | string | null;
  label: string;
}) {
  if (!before) return null;
  return (
    <div className="mt-4 flex justify-center">
      <ButtonLink
        look="quiet"
        href={`${path}${path.includes("?") ? "&" : "?"}before=${before instanceof Date ? before.getTime() : before}`}
      >
        {label}
      </ButtonLink>
    </div>
  );
}
