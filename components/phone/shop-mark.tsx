/** The shop's seal: the first character of its name, white on cinnabar, as if stamped. */
export function ShopMark({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="grid size-9 shrink-0 -rotate-2 place-items-center rounded-sm bg-cinnabar font-semibold text-[1.125rem] text-white leading-none"
    >
      {Array.from(name)[0] ?? ""}
    </span>
  );
}
