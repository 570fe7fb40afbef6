import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  resumeHistoryAction,
  startHistoryAction,
  undoHistoryAction,
} from "@/app/merchant/(desk)/history/history-actions";
import { ActionButton } from "@/components/ui/action-button";
import { buttonLook } from "@/components/ui/button";
import { Moment } from "@/components/ui/moment";
import { NextPage } from "@/components/ui/next-page";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { HistoryProgress } from "@/features/history/components/dashboard-history-progress";
import { HistoryResult } from "@/features/history/components/dashboard-history-result";
import { HistoryState } from "@/features/history/components/dashboard-history-state";
import { MappingForm } from "@/features/history/components/dashboard-mapping-form";
import { RefusedLines } from "@/features/history/components/dashboard-refused-lines";
import { findSameFile } from "@/features/history/queries/find-same-file";
import { getHistoryImport } from "@/features/history/queries/get-history-import";
import { listRefusedLines } from "@/features/history/queries/list-refused-lines";
import { refusedFilterSchema } from "@/features/history/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

const perPage = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

type Props = {
  params: Promise<{ importId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HistoryImportPage({ params, searchParams }: Props) {
  const { merchantId } = await requireStaff("history.import");
  const { importId } = await params;
  if (!isId(importId)) notFound();
  const text = await getTranslations("history");
  const common = await getTranslations("common");
  const filter = refusedFilterSchema.parse(await searchParams);
  const found = await inMerchant(merchantId, (tx) => load(tx, { merchantId, importId, filter }));
  if (!found) notFound();
  const { summary, preview, faults, sameFileAt, refused } = found;
  const { state, fileName, refusedLines } = summary;
  const path = `/merchant/history/${importId}`;
  return (
    <>
      <PageHeading
        title={fileName || text("title")}
        back={{ href: "/merchant/history", label: text("title") }}
        hint={<HistoryState state={state} />}
      >
        {state === "failed" && summary.failure === "gave_up" && (
          <ActionButton look="primary" action={resumeHistoryAction.bind(null, importId)}>
            {text("resume")}
          </ActionButton>
        )}
        {state !== "undone" && (
          <ActionButton
            look="danger"
            action={undoHistoryAction.bind(null, importId)}
            question={text(`undoQuestion.${state}`)}
          >
            {text(`undo.${state}`)}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid gap-4">
        {sameFileAt && state === "previewed" && (
          <Notice tone="warn">
            {text("sameFile")} <Moment at={sameFileAt} />
          </Notice>
        )}
        <HistoryProgress summary={summary} />
        {state === "previewed" ? (
          <MappingForm
            preview={preview}
            now={systemClock()}
            start={startHistoryAction.bind(null, importId)}
          />
        ) : (
          <Panel title={text("result")}>
            <HistoryResult summary={summary} />
          </Panel>
        )}
        {refused.lines.length > 0 && (
          <Panel
            title={text("refusedLines")}
            hint={text("refusedHint")}
            corner={
              <a
                href={`/api/merchant/history-imports/${importId}/refused`}
                download
                className={buttonLook()}
              >
                {text("downloadRefused", { count: refusedLines })}
              </a>
            }
          >
            <RefusedLines path={path} chosen={filter.fault} faults={faults} lines={refused.lines} />
            <NextPage
              path={path}
              params={filter}
              nextCursor={refused.nextCursor}
              labels={{ next: common("next"), first: common("first") }}
            />
          </Panel>
        )}
      </div>
    </>
  );
}

type Asked = Omit<Parameters<typeof listRefusedLines>[1], "limit">;

async function load(tx: MerchantTx, asked: Asked) {
  const found = await getHistoryImport(tx, asked);
  if (!found) return null;
  const isOver = found.summary.state === "done" || found.summary.state === "failed";
  return {
    ...found,
    sameFileAt: await findSameFile(tx, asked),
    refused: isOver
      ? await listRefusedLines(tx, { ...asked, limit: perPage })
      : { lines: [], nextCursor: null },
  };
}
