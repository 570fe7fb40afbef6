/** The payment sheet: six digits or one tap, then the result goes to the page underneath. */
const sheetForm = document.querySelector<HTMLFormElement>("form[data-prepay]");
const digits = document.querySelectorAll<HTMLElement>(".pin i");
const fault = document.querySelector<HTMLElement>(".sheet-fault");
let typed = 0;
let paying = false;

function endSheet(result: string): void {
  parent.postMessage({ source: "wxsandbox-sheet", result }, "*");
}

function showFault(text: string): void {
  if (fault) fault.textContent = text;
}

async function payNow(): Promise<void> {
  if (paying || !sheetForm) return;
  paying = true;
  document.body.classList.add("is-paying");
  try {
    const response = await fetch("/sandbox/pay-sheet", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ prepay_id: sheetForm.dataset.prepay }),
    });
    const outcome = await response.json();
    if (outcome.ok === true) {
      document.body.classList.add("is-paid");
      setTimeout(() => endSheet("ok"), 900);
      return;
    }
    showFault(String(outcome.message));
  } catch {
    showFault("网络异常，请稍后再试");
  }
  paying = false;
  typed = 0;
  document.body.classList.remove("is-paying");
  for (const digit of digits) digit.classList.remove("filled");
}

function typeDigit(): void {
  if (paying || typed >= digits.length) return;
  digits[typed]?.classList.add("filled");
  typed += 1;
  if (typed === digits.length) void payNow();
}

function eraseDigit(): void {
  if (paying || typed === 0) return;
  typed -= 1;
  digits[typed]?.classList.remove("filled");
}

document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("button") : null;
  const action = button?.dataset.action;
  if (action === "digit") typeDigit();
  else if (action === "erase") eraseDigit();
  else if (action === "pay") void payNow();
  else if (action === "cancel" && !paying) endSheet("cancel");
  else if (action === "fail") endSheet(button?.dataset.reason ?? "fail");
});
document.addEventListener("keydown", (event) => {
  if (/^\d$/.test(event.key)) typeDigit();
  else if (event.key === "Backspace") eraseDigit();
  else if (event.key === "Escape" && !paying) endSheet("cancel");
});
sheetForm?.addEventListener("submit", (event) => event.preventDefault());
