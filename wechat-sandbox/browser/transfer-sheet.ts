/** The sheet of a transfer: one tap takes the money, then the page underneath comes back. */
const transferForm = document.querySelector<HTMLFormElement>("form[data-package]");
const transferFault = document.querySelector<HTMLElement>(".sheet-fault");
let confirming = false;

function leaveSheet(result: string): void {
  parent.postMessage({ source: "wxsandbox-sheet", result }, "*");
}

function showTransferFault(text: string): void {
  if (transferFault) transferFault.textContent = text;
}

async function confirmNow(): Promise<void> {
  if (confirming || !transferForm) return;
  confirming = true;
  document.body.classList.add("is-paying");
  try {
    const response = await fetch("/sandbox/transfer-sheet", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ package: transferForm.dataset.package }),
    });
    const outcome = await response.json();
    if (outcome.ok === true) {
      document.body.classList.add("is-paid");
      setTimeout(() => leaveSheet("shown"), 900);
      return;
    }
    showTransferFault(String(outcome.message));
  } catch {
    showTransferFault("网络异常，请稍后再试");
  }
  confirming = false;
  document.body.classList.remove("is-paying");
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const action = button?.dataset.action;
  if (action === "confirm") void confirmNow();
  else if (action === "leave" && !confirming) leaveSheet("shown");
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !confirming) leaveSheet("shown");
});
transferForm?.addEventListener("submit", (event) => event.preventDefault());
