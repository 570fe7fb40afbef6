"use client";

import { BottomBar } from "@/components/phone/bottom-bar";
import { Button, ButtonLink } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";
import { Notice } from "@/components/phone/notice";
import type { OrderText } from "@/features/orders/components/order-text";
import { useOrderStep } from "@/features/orders/components/use-order-step";

/** What can be done with an order that is paid or over. */
export function OrderActions({
  orderNo,
  canReceive,
  servicePhone,
  text,
}: {
  orderNo: string;
  canReceive: boolean;
  servicePhone: string;
  text: OrderText;
}) {
  const { asking, setAsking, pending, problem, take } = useOrderStep(orderNo, "receive");
  return (
    <BottomBar>
      <div className="flex w-full flex-wrap justify-end gap-3">
        {problem ? (
          <Notice tone="bad" live className="w-full">
            {problem}
          </Notice>
        ) : null}
        {servicePhone ? (
          <ButtonLink look="quiet" href={`tel:${servicePhone}`} className="flex-1">
            {text.call}
          </ButtonLink>
        ) : null}
        {canReceive ? (
          <Button className="flex-1" onClick={() => setAsking(true)}>
            {text.receive}
          </Button>
        ) : (
          <ButtonLink look="outline" href="/" className="flex-1">
            {text.buy_again}
          </ButtonLink>
        )}
      </div>
      <ConfirmSheet
        open={asking}
        title={text.receive_title}
        body={text.receive_body}
        confirmLabel={text.receive_confirm}
        cancelLabel={text.not_yet}
        pending={pending}
        onConfirm={() => void take()}
        onClose={() => setAsking(false)}
      />
    </BottomBar>
  );
}
