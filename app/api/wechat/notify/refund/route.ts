import { answerNotification } from "@/app/api/wechat/notify/answer-notification";
import { receiveRefundNotification } from "@/features/refunds/commands/receive-refund-notification";

export function POST(request: Request): Promise<Response> {
  return answerNotification(request, receiveRefundNotification);
}
