/** Holds the place of something on its way. Give it the size of what will come. */
export function Skeleton({ className = "h-4 w-full" }: { className?: string | undefined }) {
  return (
    <span aria-hidden="true" className={`block rounded-sm bg-sunken breathing ${className}`} />
  );
}
