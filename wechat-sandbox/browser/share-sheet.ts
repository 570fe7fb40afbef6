/** The share sheet: the card as a friend will see it, and to whom it goes. */
const card = document.querySelector<HTMLElement>("[data-card]");

function closeShare(result: string): void {
  parent.postMessage({ source: "wxsandbox-sheet", result }, "*");
}

async function sendTo(user: string): Promise<void> {
  const response = await fetch("/sandbox/messages", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ to: user, card: JSON.parse(card?.dataset.card ?? "{}") }),
  });
  if (!response.ok) return;
  document.body.classList.add("is-sent");
  setTimeout(() => closeShare("sent"), 900);
}

async function copyLink(): Promise<void> {
  const { link } = JSON.parse(card?.dataset.card ?? "{}");
  await navigator.clipboard?.writeText(String(link)).catch(() => undefined);
  closeShare("copied");
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const action = button?.dataset.action;
  if (action === "friends") document.body.classList.add("is-choosing");
  else if (action === "send") void sendTo(button?.dataset.user ?? "");
  else if (action === "copy") void copyLink();
  else if (action === "reload") closeShare("reload");
  else if (action === "cancel") closeShare("cancel");
});
