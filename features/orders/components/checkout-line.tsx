import { Button } from "@/components/phone/button";
import { Price } from "@/components/phone/price";
import type { Fen } from "@/domain/money/fen";
import { formatYuan } from "@/domain/money/format-yuan";
import type { LineFault, Quote } from "@/features/orders/components/checkout-state";
import type { CheckoutText } from "@/features/orders/components/checkout-text";
import { KeyPicture } from "@/features/orders/components/key-picture";
import { fillText } from "@/lib/i18n/fill-text";

/** A line of the checkout, and what to do when it cannot be had as wanted. */
export function CheckoutLine({
  line,
  fault,
  formerPriceFen,
  text,
  disabled,
  onQuantity,
}: {
  line: Quote["lines"][number];
  fault: LineFault | undefined;
  formerPriceFen: Fen | undefined;
  text: CheckoutText;
  disabled: boolean;
  onQuantity: (quantity: number) => void;
}) {
  const { productTitle, optionName, pictureKey, quantity, unitPriceFen } = line;
  const left = fault?.kind === "too_few" ? fault.left : 0;
  return (
    <div className="p-3.5">
      <div className="flex gap-3">
        <KeyPicture
          storageKey={pictureKey}
          className="aspect-square w-[18vw] max-w-18 shrink-0 self-start rounded-md"
        />
        <div className="min-w-0 flex-1">
          <p className="line-clamp-2 font-medium leading-snug">{productTitle}</p>
          {optionName ? <p className="text-ink-soft text-sm">{optionName}</p> : null}
          <p className="flex flex-wrap items-baseline justify-between gap-x-3 pt-0.5">
            <span>
              <Price fen={unitPriceFen} />{" "}
              {formerPriceFen === undefined ? null : (
                <span className="text-ink-faint text-xs">
                  {fillText(text.was, { price: formatYuan(formerPriceFen) })}
                </span>
              )}
            </span>
            <span className="text-ink-soft tabular-nums">× {quantity}</span>
          </p>
        </div>
      </div>
      {fault ? (
        <div role="alert" className="mt-2.5 rounded-md bg-cinnabar-soft px-3 py-2">
          <p className="text-cinnabar-deep text-sm">{faultSentence(fault, text)}</p>
          <div className="mt-1.5 flex flex-wrap gap-2">
            {left > 0 ? (
              <Button look="quiet" disabled={disabled} onClick={() => onQuantity(left)}>
                {fillText(text.use_left, { left })}
              </Button>
            ) : null}
            <Button look="quiet" disabled={disabled} onClick={() => onQuantity(0)}>
              {text.drop}
            </Button>
          </div>
        </div>
      ) : null}
    </div>
  );
}

function faultSentence(fault: LineFault, text: CheckoutText): string {
  if (fault.kind === "gone") return text.gone_line;
  return fault.left > 0 ? fillText(text.sold_out_line, { left: fault.left }) : text.sold_out_none;
}
