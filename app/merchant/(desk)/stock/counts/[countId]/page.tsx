import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { closeCountAction, postCountAction } from "@/app/merchant/(desk)/stock/count-actions";
import { ActionButton } from "@/components/ui/action-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CountForm } from "@/features/purchasing/components/dashboard-count-form";
import { CountedLines } from "@/features/purchasing/components/dashboard-counted-lines";
import { getCount } from "@/features/purchasing/queries/get-count";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

type Params = Promise<{ countId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.count"))("title") };
}

export default async function CountPage({ params }: { params: Params }) {
  const { merchantId, role } = await requireStaff("stock.read");
  const { countId } = await params;
  if (!isId(countId)) notFound();
  const text = await getTranslations("stock.count");
  const count = await inMerchant(merchantId, (tx) => getCount(tx, { merchantId, countId }));
  if (!count) notFound();
  const open = count.lines.filter(({ isPosted }) => !isPosted);
  const posted = count.lines.filter(({ isPosted }) => isPosted);
  const isOpen = count.state === "open" && can(role, "stock.write");
  return (
    <>
      <PageHeading
        title={count.name}
        back={{ href: "/merchant/stock/counts", label: text("title") }}
        hint={text("hint")}
      >
        {isOpen && (
          <ActionButton
            action={closeCountAction.bind(null, countId)}
            question={text("closeQuestion")}
          >
            {text("close")}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid gap-4">
        {isOpen && open.length > 0 && (
          <Panel title={text("sheet")}>
            <CountForm action={postCountAction.bind(null, countId)} lines={open} />
          </Panel>
        )}
        <Panel title={text("done")}>
          <CountedLines lines={posted} />
        </Panel>
      </div>
    </>
  );
}
