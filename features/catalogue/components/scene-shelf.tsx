import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import type { SceneView } from "@/features/catalogue/schema";

/** The shop's scenes in a row to leaf through; the next one peeks in from the edge. */
export function SceneShelf({ scenes }: { scenes: readonly SceneView[] }) {
  return (
    <ul className="no-scrollbar flex snap-x snap-mandatory scroll-px-4 gap-3 overflow-x-auto px-4 pb-2">
      {scenes.map(({ slug, title, description, picture }) => (
        <li key={slug} className="w-[68%] shrink-0 snap-start">
          <a
            href={`/scenes/${slug}`}
            className="flex h-full flex-col overflow-hidden rounded-lg bg-card shadow-card"
          >
            {picture ? (
              <Picture
                picture={picture}
                sizes="(min-width: 480px) 326px, 68vw"
                className="aspect-[8/5]"
              />
            ) : (
              <PicturePlaceholder className="aspect-[8/5]" />
            )}
            <span className="block px-3.5 pt-2.5 pb-3">
              <span className="block font-semibold">{title}</span>
              {description ? (
                <span className="line-clamp-2 text-ink-soft text-sm leading-snug">
                  {description}
                </span>
              ) : null}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
