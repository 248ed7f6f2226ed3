// Runs before anything is drawn: the style sheets hide what only a script can open.
document.body.className +=
  " js-enabled" + ("noModule" in HTMLScriptElement.prototype ? " govuk-frontend-supported" : "");
