// Starts the app. An external script, because the content security policy allows no inline one.
// It also owns the calm page (#panic in index.html), which has to work when the app cannot.

const panic = document.getElementById("panic");
document.getElementById("panic-reload").addEventListener("click", () => location.reload());

function showPanic() {
  document.getElementById("loading")?.remove();
  if (!panic.hidden) return;
  panic.hidden = false;
  document.title = "Something went wrong – Family workbook";
  panic.querySelector("h1").focus();
}

// A trap in WebAssembly leaves the app's state unknown: it must not be used again. Other errors are not
// shown here, because the app is still able to speak for itself.
const isTrap = (error) => error?.name === "RuntimeError";
addEventListener("error", (event) => isTrap(event.error) && showPanic());
addEventListener("unhandledrejection", (event) => isTrap(event.reason) && showPanic());

// The app is there: now `sw.js` may keep it for when there is no signal. A browser that cannot is none the worse.
function keepForNoSignal() {
  const workers = navigator.serviceWorker;
  let before = workers?.controller;
  workers?.addEventListener("controllerchange", () => {
    // Another version was chosen, perhaps in another tab: src/services/browser/versions.rs reads this.
    if (before) document.documentElement.dataset.newer = "";
    before = workers.controller;
  });
  workers?.register("sw.js").catch(() => {});
}

const { js, wasm } = document.querySelector("script[data-js]").dataset;

try {
  // The build wrote the hash of the file beside its preload; a fetch does not take it from there by itself.
  const preload = [...document.querySelectorAll('link[rel="preload"][as="fetch"]')]
    .find((link) => new URL(link.href).pathname === new URL(wasm, document.baseURI).pathname);
  const [app, response] = await Promise.all([
    import(new URL(js, document.baseURI).href),
    fetch(wasm, preload?.integrity ? { integrity: preload.integrity, credentials: "same-origin" } : {}),
  ]);
  if (!response.ok) throw new Error(`the app could not be fetched (status ${response.status})`);
  await app.default({ module_or_path: response });
  document.getElementById("loading")?.remove();
  keepForNoSignal();
} catch (error) {
  // No record is open yet, so the message can hold nothing private.
  console.error(error);
  showPanic();
}
