"use client";

import { useTranslations } from "next-intl";
import { type DragEvent, useId, useState } from "react";
import { z } from "zod";
import { useFault } from "@/components/ui/action-form";
import { Button, buttonLook } from "@/components/ui/button";
import { Thumbnail } from "@/components/ui/thumbnail";

type Shown = { pictureId: string; storageKey: string };

const answerSchema = z.union([
  z.object({ pictureId: z.string(), storageKey: z.string() }),
  z.object({ message: z.string() }),
]);

function moved(list: readonly Shown[], from: number, to: number): Shown[] {
  const rest = [...list];
  const [one] = rest.splice(from, 1);
  if (one) rest.splice(to, 0, one);
  return rest;
}

/** The pictures chosen so far, with what was refused and how many are on their way. */
function usePictures(initial: readonly Shown[], uploadFailed: string) {
  const [pictures, setPictures] = useState<readonly Shown[]>(initial);
  const [faults, setFaults] = useState<string[]>([]);
  const [waiting, setWaiting] = useState(0);

  async function upload(file: File) {
    const response = await fetch("/api/merchant/pictures", { method: "POST", body: file }).catch(
      () => null,
    );
    const answer = answerSchema.safeParse(await response?.json().catch(() => null));
    if (answer.success && "pictureId" in answer.data) {
      const added = answer.data;
      setPictures((present) => [
        ...present.filter(({ pictureId }) => pictureId !== added.pictureId),
        added,
      ]);
      return;
    }
    const reason = answer.success && "message" in answer.data ? answer.data.message : uploadFailed;
    setFaults((present) => [...present, `${file.name}：${reason}`]);
  }

  async function uploadAll(files: Iterable<File>) {
    setFaults([]);
    // One after the other, so that the order is that of the selection.
    for (const file of files) {
      setWaiting((count) => count + 1);
      await upload(file);
      setWaiting((count) => count - 1);
    }
  }
  const move = (from: number, to: number) => setPictures(moved(pictures, from, to));
  const remove = (index: number) => setPictures(pictures.filter((_, place) => place !== index));
  return { pictures, faults, waiting, uploadAll, move, remove };
}

/** The pictures of a product: uploaded at once, put in order by dragging or by buttons. */
export function PictureList({ initial }: { initial: readonly Shown[] }) {
  const text = useTranslations("products");
  const { pictures, faults, waiting, uploadAll, move, remove } = usePictures(
    initial,
    text("uploadFailed"),
  );
  const [dragged, setDragged] = useState<number | null>(null);
  const fault = useFault("pictureIds");

  function drop(event: DragEvent, index: number) {
    event.preventDefault();
    if (dragged !== null) move(dragged, index);
    setDragged(null);
  }

  return (
    <div className="grid gap-3">
      <ul className="flex flex-wrap gap-3">
        {pictures.map(({ pictureId, storageKey }, index) => (
          <li
            key={pictureId}
            draggable
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event) => drop(event, index)}
            className="grid w-28 gap-1"
          >
            <Thumbnail
              storageKey={storageKey}
              alt={text("pictureNo", { no: index + 1 })}
              size={112}
            />
            <input type="hidden" name="pictureIds" value={pictureId} />
            <PictureButtons index={index} count={pictures.length} move={move} remove={remove} />
          </li>
        ))}
      </ul>
      <UploadButton waiting={waiting} uploadAll={uploadAll} />
      <p className="text-sm text-ink-faint">{text("pictureHint")}</p>
      <div role="alert" className="text-sm text-danger">
        {fault && <p>{fault}</p>}
        {faults.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </div>
  );
}

function UploadButton({
  waiting,
  uploadAll,
}: {
  waiting: number;
  uploadAll: (files: Iterable<File>) => Promise<void>;
}) {
  const text = useTranslations("products");
  const inputId = useId();
  return (
    <div className="relative">
      <input
        id={inputId}
        type="file"
        multiple
        accept="image/jpeg,image/png,image/webp,image/avif"
        className="peer sr-only"
        onChange={(event) => {
          void uploadAll([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <label
        htmlFor={inputId}
        className={`${buttonLook()} cursor-pointer peer-focus-visible:outline-2`}
      >
        {waiting > 0 ? text("uploading", { count: waiting }) : text("addPictures")}
      </label>
    </div>
  );
}

function PictureButtons({
  index,
  count,
  move,
  remove,
}: {
  index: number;
  count: number;
  move: (from: number, to: number) => void;
  remove: (index: number) => void;
}) {
  const text = useTranslations("products");
  return (
    <div className="flex justify-between">
      <PictureButton
        label={text("moveLeft")}
        sign="←"
        disabled={index === 0}
        onClick={() => move(index, index - 1)}
      />
      <PictureButton label={text("removePicture")} sign="×" onClick={() => remove(index)} />
      <PictureButton
        label={text("moveRight")}
        sign="→"
        disabled={index === count - 1}
        onClick={() => move(index, index + 1)}
      />
    </div>
  );
}

function PictureButton({
  label,
  sign,
  disabled,
  onClick,
}: {
  label: string;
  sign: string;
  disabled?: boolean;
  onClick: () => void;
}) {
  return (
    <Button
      look="quiet"
      aria-label={label}
      disabled={disabled ?? false}
      onClick={onClick}
      className="px-2!"
    >
      {sign}
    </Button>
  );
}
