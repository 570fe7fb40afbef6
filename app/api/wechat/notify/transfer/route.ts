import { answerNotification } from "@/app/api/wechat/notify/answer-notification";
import { receiveTransferNotification } from "@/features/payouts/commands/receive-transfer-notification";

export function POST(request: Request): Promise<Response> {
  return answerNotification(request, receiveTransferNotification);
}
