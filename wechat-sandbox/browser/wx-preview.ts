/** wx.previewImage: the picture alone on black; a tap on either half turns the page, one closes. */
export function previewPictures(current: string, urls: string[]): void {
  if (urls.length === 0) return;
  let index = Math.max(0, urls.indexOf(current));
  const stage = document.createElement("div");
  stage.style.cssText =
    "position:fixed;inset:0;z-index:2147483647;background:#000;display:flex;align-items:center;justify-content:center";
  const picture = document.createElement("img");
  picture.alt = "";
  picture.style.cssText = "max-width:100%;max-height:100%;object-fit:contain";
  const count = document.createElement("span");
  count.style.cssText =
    "position:absolute;top:18px;left:0;right:0;text-align:center;color:#fff;font:15px system-ui,sans-serif";
  const show = () => {
    picture.src = urls[index] ?? "";
    count.textContent = urls.length > 1 ? `${index + 1} / ${urls.length}` : "";
  };
  stage.addEventListener("click", (event) => {
    // Left third back, right third on, the middle closes.
    const step = Math.floor((3 * event.clientX) / innerWidth) - 1;
    if (step === 0 || !urls[index + step]) {
      stage.remove();
      return;
    }
    index += step;
    show();
  });
  stage.append(picture, count);
  show();
  document.body.append(stage);
}
