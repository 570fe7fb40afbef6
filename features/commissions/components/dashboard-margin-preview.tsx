"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { StackedBars } from "@/components/charts/stacked-bars";
import { DataTable } from "@/components/ui/data-table";
import { inputLook } from "@/components/ui/field";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { formatYuan, showYuan } from "@/domain/money/format-yuan";
import type { SkuMarginView } from "@/features/commissions/schema";
import { formatBps } from "@/lib/i18n/format-bps";

const colors = {
  cost: "#626859",
  level1: "#1f4a31",
  level2: "#7fae8f",
  fee: "#c9cfc0",
  rake: "#a02a1c",
  margin: "#e3b95c",
} as const;

const nameOf = (sku: SkuMarginView) => `${sku.productTitle} ${sku.optionName}`.trim();
/** Bars have lengths, not amounts: only the drawing leaves the integers. */
const length = (fen: bigint) => Math.max(0, Number(fen));

/** What the rule would leave of each SKU that it concerns, and one of them beside the mall. */
export function MarginPreview({ skus }: { skus: readonly SkuMarginView[] }) {
  const text = useTranslations("rules");
  const id = useId();
  const [chosen, setChosen] = useState("");
  const sku = skus.find(({ skuId }) => skuId === chosen) ?? skus[0];
  if (!sku) return <p className="text-sm text-ink-faint">{text("concernsNothing")}</p>;
  const losses = skus.filter(({ margin }) => margin.sellsAtLoss).length;
  return (
    <div className="grid gap-4">
      {losses > 0 && <Notice tone="warn">{text("losses", { count: losses })}</Notice>}
      <div>
        <label htmlFor={id} className="text-sm text-ink-soft">
          {text("shown")}
        </label>
        <select
          id={id}
          value={sku.skuId}
          onChange={(event) => setChosen(event.target.value)}
          className={inputLook}
        >
          {skus.map((one) => (
            <option key={one.skuId} value={one.skuId}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      </div>
      <MarginChart sku={sku} />
      <p className="text-sm text-ink-faint">{text("traditionalHint")}</p>
      <div className="max-h-120 overflow-y-auto">
        <MarginTable skus={skus} />
      </div>
    </div>
  );
}

function MarginChart({ sku }: { sku: SkuMarginView }) {
  const text = useTranslations("rules");
  const { margin, costFen } = sku;
  const keys = ["cost", "level1", "level2", "fee", "rake", "margin"] as const;
  return (
    <StackedBars
      label={text("chartLabel", {
        name: nameOf(sku),
        here: formatYuan(margin.marginFen),
        there: formatYuan(margin.traditional.marginFen),
      })}
      parts={keys.map((key) => ({ key, label: text(`part.${key}`), color: colors[key] }))}
      rows={[
        {
          name: text("here"),
          values: {
            cost: length(costFen),
            level1: length(margin.level1Fen),
            level2: length(margin.level2Fen),
            fee: length(margin.paymentFeeFen),
            margin: length(margin.marginFen),
          },
        },
        {
          name: text("there"),
          values: {
            cost: length(costFen),
            rake: length(margin.traditional.totalFen),
            margin: length(margin.traditional.marginFen),
          },
        },
      ]}
      format={(value) => showYuan(BigInt(value))}
    />
  );
}

function MarginTable({ skus }: { skus: readonly SkuMarginView[] }) {
  const text = useTranslations("rules");
  const right = { align: "right" } as const;
  return (
    <DataTable
      caption={text("preview")}
      columns={[
        { key: "name", label: text("product") },
        { key: "price", label: text("price"), ...right },
        { key: "cost", label: text("part.cost"), ...right },
        { key: "commissions", label: text("bothLevels"), ...right },
        { key: "fee", label: text("part.fee"), ...right },
        { key: "margin", label: text("part.margin"), ...right },
        { key: "rake", label: text("mallRake"), ...right },
        { key: "there", label: text("marginThere"), ...right },
      ]}
      rows={skus.map((sku) => {
        const { margin } = sku;
        const { traditional } = margin;
        return {
          key: sku.skuId,
          cells: {
            name: <span className="block min-w-32">{nameOf(sku)}</span>,
            price: <Money fen={sku.priceFen} />,
            cost: <Money fen={sku.costFen} />,
            commissions: (
              <>
                <Money fen={margin.level1Fen} />
                <Money fen={margin.level2Fen} className="block text-ink-faint" />
              </>
            ),
            fee: <Money fen={margin.paymentFeeFen} />,
            margin: (
              <span className={margin.sellsAtLoss ? "text-danger" : ""}>
                <Money fen={margin.marginFen} />
                <span className="block text-xs">{formatBps(margin.marginBps)}</span>
              </span>
            ),
            rake: <Money fen={traditional.rakeFen} />,
            there: <Money fen={traditional.marginFen} />,
          },
        };
      })}
    />
  );
}
