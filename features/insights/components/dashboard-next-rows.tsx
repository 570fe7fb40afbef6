import { useTranslations } from "next-intl";
import { NextPage } from "@/components/ui/next-page";

/**
 * The way to the further rows of a list behind a figure.
 * @param query what was asked, as boardQuery writes it
 */
export function NextRows({
  path,
  query,
  cursor,
  nextCursor,
}: {
  path: string;
  query: string;
  cursor: string | undefined;
  nextCursor: string | null;
}) {
  const text = useTranslations("common");
  return (
    <NextPage
      path={path}
      params={{ ...Object.fromEntries(new URLSearchParams(query)), cursor }}
      nextCursor={nextCursor}
      labels={{ next: text("next"), first: text("first") }}
    />
  );
}
