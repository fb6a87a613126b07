// Runs before the first paint, so that a chosen theme, density or language never flashes up as another.
// A file of its own because the content security policy allows no inline script.
(function () {
  try {
    var root = document.documentElement;
    var theme = localStorage.getItem('forecall.theme');
    var density = localStorage.getItem('forecall.density');
    var locale = localStorage.getItem('forecall.locale') || (navigator.language || 'en').slice(0, 2);
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    if (density) root.dataset.density = density;
    root.lang = locale === 'zh' ? 'zh-CN' : 'en';
  } catch {
    // Without storage the system decides.
  }
})();
