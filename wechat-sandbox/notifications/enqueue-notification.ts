import type { SandboxContext } from "../sandbox-context";
import type { NotificationResource } from "../schemas/notification";
import { notificationId } from "../sign-notification";
import { insertNotification } from "../store/notifications";

/** Puts a notification on the way; its first attempt is due at once. Returns its id. */
export function enqueueNotification(
  context: SandboxContext,
  notification: { appId: string; url: string; resource: NotificationResource },
): string {
  const id = notificationId(context.random);
  const nowMs = context.now();
  insertNotification(context.db, {
    id,
    app_id: notification.appId,
    url: notification.url,
    resource: JSON.stringify(notification.resource),
    created_at: nowMs,
    next_at: nowMs,
    attempts: 0,
    state: "waiting",
  });
  context.wake();
  return id;
}
