import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { shareLinkHref, sharePersonHref } from "@/features/insights/components/share-tree-tables";
import type { ShareChannelFigures, TopLink, TopSharer } from "@/features/insights/schema";

const right = { align: "right" } as const;

export function ChannelTable({ channels }: { channels: readonly ShareChannelFigures[] }) {
  const text = useTranslations("sharing");
  return (
    <DataTable
      caption={text("channels")}
      columns={[
        { key: "channel", label: text("channel") },
        { key: "links", label: text("links"), ...right, wideOnly: true },
        { key: "visits", label: text("visits"), ...right },
        { key: "visitors", label: text("visitors"), ...right },
        { key: "orders", label: text("orders"), ...right },
        { key: "sales", label: text("sales"), ...right },
      ]}
      rows={channels.map((one) => ({
        key: one.channel,
        cells: {
          channel: text(`channelName.${one.channel}`),
          links: one.links,
          visits: one.visits,
          visitors: one.visitors,
          orders: one.orders,
          sales: <Money fen={one.salesFen} />,
        },
      }))}
    />
  );
}

export function SharerTable({
  sharers,
  mayOpenTree,
}: {
  sharers: readonly TopSharer[];
  /** Whether the reader may look at the share tree. */
  mayOpenTree: boolean;
}) {
  const text = useTranslations("sharing");
  return (
    <DataTable
      caption={text("sharers")}
      columns={[
        { key: "name", label: text("sharer") },
        { key: "visits", label: text("visits"), ...right },
        { key: "visitors", label: text("visitors"), ...right, wideOnly: true },
        { key: "orders", label: text("orders"), ...right },
        { key: "sales", label: text("sales"), ...right },
      ]}
      rows={sharers.map((one) => ({
        key: one.customerId,
        cells: {
          name: one.distributorId ? (
            <Link
              href={`/merchant/distributors/${one.distributorId}`}
              className="text-leaf hover:underline"
            >
              {one.name}
            </Link>
          ) : (
            one.name || text("unnamed")
          ),
          visits: (
            <TreeLink href={sharePersonHref(one.customerId)} {...{ mayOpenTree }} of={one.visits} />
          ),
          visitors: one.visitors,
          orders: one.orders,
          sales: <Money fen={one.salesFen} />,
        },
      }))}
      empty={<p className="text-sm text-ink-faint">{text("none")}</p>}
    />
  );
}

export function LinkTable({
  links,
  mayOpenTree,
}: {
  links: readonly TopLink[];
  mayOpenTree: boolean;
}) {
  const text = useTranslations("sharing");
  return (
    <DataTable
      caption={text("topLinks")}
      columns={[
        { key: "target", label: text("target") },
        { key: "sharer", label: text("sharer") },
        { key: "channel", label: text("channel"), wideOnly: true },
        { key: "visits", label: text("visits"), ...right },
        { key: "orders", label: text("orders"), ...right },
      ]}
      rows={links.map((one) => ({
        key: one.linkId,
        cells: {
          target: one.targetTitle || text(`targetKind.${one.targetKind}`),
          sharer: one.sharerName || text("unnamed"),
          channel: text(`channelName.${one.channel}`),
          visits: (
            <TreeLink href={shareLinkHref(one.linkId)} {...{ mayOpenTree }} of={one.visits} />
          ),
          orders: one.orders,
        },
      }))}
      empty={<p className="text-sm text-ink-faint">{text("none")}</p>}
    />
  );
}

/** Openings, with the way to whom they brought. */
function TreeLink({ href, mayOpenTree, of }: { href: string; mayOpenTree: boolean; of: number }) {
  if (!mayOpenTree) return of;
  return (
    <Link href={href} className="text-leaf hover:underline">
      {of}
    </Link>
  );
}
