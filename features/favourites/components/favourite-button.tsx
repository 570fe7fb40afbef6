"use client";

import { useEffect, useState } from "react";
import { Icon } from "@/components/phone/icon";
import { tellPageAct } from "@/components/phone/page-act";
import { sendJson } from "@/lib/http/send-json";

/**
 * The heart of a product. The page is the same for everybody, so whether it is filled comes after it; a
 * tap shows at once and goes back when it could not be kept.
 */
export function FavouriteButton({
  slug,
  text,
}: {
  slug: string;
  text: Record<"keep" | "kept", string>;
}) {
  const [isOn, setOn] = useState(false);
  const path = `/api/mall/favourites/${encodeURIComponent(slug)}`;
  useEffect(() => {
    let isHere = true;
    void sendJson("GET", path).then((answer) => {
      if (isHere && answer.ok) setOn(answer.body.isOn === true);
    });
    return () => {
      isHere = false;
    };
  }, [path]);
  async function turn() {
    const wanted = !isOn;
    setOn(wanted);
    const answer = await sendJson("PUT", path, { isOn: wanted });
    if (!answer.ok) setOn(!wanted);
    else if (wanted) tellPageAct("favourite");
  }
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => void turn()}
      className={`inline-flex min-h-11 shrink-0 items-center gap-1 rounded-full px-2.5 text-sm active:bg-sunken ${isOn ? "text-cinnabar" : "text-ink-soft"}`}
    >
      <Icon name="heart" className={`size-5 ${isOn ? "fill-current" : ""}`} />
      {isOn ? text.kept : text.keep}
    </button>
  );
}
