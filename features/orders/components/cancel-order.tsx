"use client";

import { Button } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";
import { Notice } from "@/components/phone/notice";
import type { OrderText } from "@/features/orders/components/order-text";
import { useOrderStep } from "@/features/orders/components/use-order-step";

/** Gives up an order that is not paid. */
export function CancelOrder({ orderNo, text }: { orderNo: string; text: OrderText }) {
  const { asking, setAsking, pending, problem, take } = useOrderStep(orderNo, "cancel");
  return (
    <>
      {problem ? (
        <Notice tone="bad" live className="w-full">
          {problem}
        </Notice>
      ) : null}
      <Button look="quiet" onClick={() => setAsking(true)}>
        {text.cancel}
      </Button>
      <ConfirmSheet
        open={asking}
        title={text.cancel_title}
        body={text.cancel_body}
        confirmLabel={text.cancel_confirm}
        cancelLabel={text.keep}
        look="danger"
        pending={pending}
        onConfirm={() => void take()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
