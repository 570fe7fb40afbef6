import { useTranslations } from "next-intl";

/** Stands for a board that is being read; its shape does not jump when the board comes. */
export function BoardLoading() {
  const text = useTranslations("errors");
  return (
    <div role="status" className="grid animate-pulse gap-4 motion-reduce:animate-none">
      <span className="sr-only">{text("loading")}</span>
      <div className="h-8 w-48 rounded-md bg-sunken" />
      <div className="h-14 rounded-lg bg-sunken" />
      <div className="h-24 rounded-lg bg-sunken" />
      <div className="h-72 rounded-lg bg-sunken" />
    </div>
  );
}
