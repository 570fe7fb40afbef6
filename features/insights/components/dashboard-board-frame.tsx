import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { PrintButton } from "@/components/ui/print-button";
import { lastDayOf, windowDays } from "@/domain/metrics/window";
import type { BoardName } from "@/features/insights/components/board-list";
import { channelNames } from "@/features/insights/components/channel-names";
import { BoardPicker } from "@/features/insights/components/dashboard-board-picker";
import type { BoardRequest, ReadBoard, SliceChoices } from "@/features/insights/schema";

/**
 * What every board stands in: its name, what it was asked, and the form to ask something else. Where
 * the address makes no sense, the sentence that says so and no figure.
 */
export function BoardFrame({
  board,
  request,
  choices,
  hidden,
  isCompared = true,
  children,
}: {
  board: BoardName | "orders" | "people" | "acts" | "brought" | "repurchase";
  request: BoardRequest;
  choices?: SliceChoices;
  hidden?: Readonly<Record<string, string | undefined>>;
  /** Whether the board sets its figures beside those of another window. */
  isCompared?: boolean;
  children: ReactNode;
}) {
  const text = useTranslations("insights");
  const named = choices && {
    ...choices,
    channel: choices.channel.map(({ key }) => ({ key, name: channelNames(text)(key) })),
  };
  return (
    <>
      <PageHeading
        title={text(`board.${board}.name`)}
        back={{ href: "/merchant/insights", label: text("title") }}
        hint={text(`board.${board}.hint`)}
      >
        <PrintButton>{text("print")}</PrintButton>
      </PageHeading>
      <BoardPicker
        typed={request.typed}
        choices={named}
        isCompared={isCompared}
        {...(hidden ? { hidden } : {})}
      />
      {request.ok ? (
        <>
          <p className="mb-4 text-sm text-ink-soft">
            <AskedFor
              request={isCompared ? request : { ...request, compare: null }}
              choices={named}
            />
          </p>
          <div className="grid grid-cols-1 gap-4 *:min-w-0">{children}</div>
        </>
      ) : (
        <Notice tone="danger">{text(`fault.${request.reason}`)}</Notice>
      )}
    </>
  );
}

/** Which figures these are, in words: they have to be understood on paper too. */
function AskedFor({ request, choices }: { request: ReadBoard; choices: SliceChoices | undefined }) {
  const text = useTranslations("insights");
  const { window, compare, comparison, slice } = request;
  const days = { from: window.from, until: lastDayOf(window), days: windowDays(window) };
  const parts = [text("asked.window", days)];
  if (compare) {
    const before = { from: compare.from, until: lastDayOf(compare) };
    parts.push(text(`asked.${comparison}`, before));
  }
  if (slice.kind !== "all") {
    const { kind } = slice;
    const name = choices?.[kind].find(({ key }) => key === slice.key)?.name ?? slice.key;
    parts.push(text("asked.slice", { kind: text(`slice.${kind}`), name }));
  }
  const joint = text("asked.joint");
  // Each stays in one line where the screen is wide enough for it, and no day is broken.
  return parts.map((part, at) => (
    <span key={part} className="inline-block whitespace-pre-wrap">
      {at < parts.length - 1 ? part + joint : part}
    </span>
  ));
}
