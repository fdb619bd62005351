"use strict";
if ("serviceWorker" in navigator) {
  const root = new URL("../", document.currentScript.src).href;
  const before = navigator.serviceWorker.controller;
  let again = false;
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (before && !again) {
      again = true;
      location.reload();
    }
  });
  addEventListener("load", () => {
    navigator.serviceWorker
      .register(root + "worker.js", { scope: root, updateViaCache: "none" })
      .then((registration) => {
        const offer = () => registration.waiting && before && registration.waiting.postMessage("take over");
        offer();
      })
      .catch((fault) => console.warn("Not kept for use without a network:", fault));
  });
}
