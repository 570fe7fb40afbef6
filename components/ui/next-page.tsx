import Link from "next/link";
import { buttonLook } from "@/components/ui/button";

/** The way to the rows below, and back to the top. */
export function NextPage({
  path,
  params,
  nextCursor,
  labels,
}: {
  path: string;
  /** The filters in force; the cursor among them, where this is not the first page. */
  params: Readonly<Record<string, string | undefined>>;
  nextCursor: string | null;
  labels: { next: string; first: string };
}) {
  const { cursor, ...filters } = params;
  const hrefOf = (more: Record<string, string>) => {
    const query = new URLSearchParams(more);
    for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value);
    return query.size > 0 ? `${path}?${query}` : path;
  };
  if (!cursor && !nextCursor) return null;
  return (
    <nav className="mt-4 flex justify-center gap-2">
      {cursor && (
        <Link href={hrefOf({})} className={buttonLook()}>
          {labels.first}
        </Link>
      )}
      {nextCursor && (
        <Link href={hrefOf({ cursor: nextCursor })} className={buttonLook()}>
          {labels.next}
        </Link>
      )}
    </nav>
  );
}
