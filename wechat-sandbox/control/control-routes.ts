import { recordHistory } from "../history/record-history";
import { jsonReply } from "../http/replies";
import type { Route } from "../http/route";
import { openidFor } from "../openid";
import { payOrder } from "../pay/pay-order";
import { createUser } from "../phone/switch-user";
import type { SandboxContext } from "../sandbox-context";
import {
  clearFaultsSchema,
  newUserSchema,
  payCommandSchema,
  resendCommandSchema,
} from "../schemas/control";
import { faultSchema } from "../schemas/fault";
import { historySchema } from "../schemas/history";
import { findNotification, listNotifications, updateNotification } from "../store/notifications";
import { listOrders } from "../store/orders";
import { listTransfers } from "../store/transfers";
import { listUsers, type SandboxUser } from "../store/users";
import { controlRefusal, withControlBody } from "./answer-control";
import { addFaultFromPage, clearFaultsFromPage, showFaultsPage } from "./faults-page";
import {
  confirmTransferByControl,
  expireTransferByControl,
  setOperatingBalance,
  showOperatingBook,
} from "./transfer-controls";

const LIST_LIMIT = 500;

function withOpenids(context: SandboxContext, user: SandboxUser) {
  const openids = context.accounts.map(({ appId }) => [appId, openidFor(appId, user.id)]);
  return { ...user, openids: Object.fromEntries(openids) };
}

/** The sandbox's own API for tests and the phone, under /sandbox. Never subject to faults. */
export const CONTROL_ROUTES: Route[] = [
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/users",
    answer: (context, request) =>
      withControlBody(newUserSchema, request, (body) =>
        jsonReply(withOpenids(context, createUser(context, body)), 201),
      ),
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/users",
    answer: (context) => jsonReply(listUsers(context.db).map((user) => withOpenids(context, user))),
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/pay",
    answer: (context, request) =>
      withControlBody(payCommandSchema, request, ({ prepay_id, user }) => {
        const outcome = payOrder(context, prepay_id, user);
        return jsonReply(outcome, outcome.ok ? 200 : 409);
      }),
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/transactions",
    answer: (context) => jsonReply(listOrders(context.db, LIST_LIMIT)),
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/transfers",
    answer: (context) => jsonReply(listTransfers(context.db, LIST_LIMIT)),
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/confirm-transfer",
    answer: confirmTransferByControl,
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/expire-transfer",
    answer: expireTransferByControl,
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/operating-balance",
    answer: setOperatingBalance,
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/history",
    answer: (context, request) =>
      withControlBody(historySchema, request, (history) => {
        try {
          return jsonReply({ ok: true, ...recordHistory(context, history) });
        } catch (error) {
          return controlRefusal(409, error instanceof Error ? error.message : String(error));
        }
      }),
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/operating-book",
    answer: showOperatingBook,
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/notifications",
    answer: (context) => jsonReply(listNotifications(context.db, LIST_LIMIT)),
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/resend",
    answer: (context, request) =>
      withControlBody(resendCommandSchema, request, ({ id }) => {
        const row = findNotification(context.db, id);
        if (!row) return controlRefusal(404, "unknown_notification");
        updateNotification(context.db, { ...row, next_at: context.now(), state: "waiting" });
        context.wake();
        return jsonReply({ ok: true });
      }),
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/faults",
    answer: (context, request) =>
      withControlBody(faultSchema, request, (fault) => jsonReply(context.faults.add(fault), 201)),
  },
  {
    endpoint: "control",
    method: "GET",
    path: "/sandbox/faults",
    answer: (context, request) =>
      request.headers.accept?.includes("text/html")
        ? showFaultsPage(context)
        : jsonReply(context.faults.list()),
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/faults/add",
    answer: addFaultFromPage,
  },
  {
    endpoint: "control",
    method: "POST",
    path: "/sandbox/faults/clear",
    answer: clearFaultsFromPage,
  },
  {
    endpoint: "control",
    method: "DELETE",
    path: "/sandbox/faults",
    answer: (context, request) =>
      withControlBody(clearFaultsSchema, request, ({ seed }) => {
        context.faults.clear(seed);
        return jsonReply({ ok: true });
      }),
  },
];
