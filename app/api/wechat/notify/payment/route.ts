import { answerNotification } from "@/app/api/wechat/notify/answer-notification";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";

export function POST(request: Request): Promise<Response> {
  return answerNotification(request, receivePaymentNotification);
}
