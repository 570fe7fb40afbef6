import { getTranslations } from "next-intl/server";

/**
 * Stands for a page that is being read; its shape does not jump when the page comes. Only here, not
 * around all pages: behind a boundary the status is sent before a page can say 404.
 */
export default async function Loading() {
  const text = await getTranslations("errors");
  return (
    <div role="status" className="grid animate-pulse gap-4 motion-reduce:animate-none">
      <span className="sr-only">{text("loading")}</span>
      <div className="h-8 w-48 rounded-md bg-sunken" />
      <div className="h-24 rounded-lg bg-sunken" />
      <div className="h-72 rounded-lg bg-sunken" />
    </div>
  );
}
