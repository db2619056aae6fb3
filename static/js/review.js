/* review.js - keys for reviewers on form[data-review], brought in by portal.js; only while the focus is inside the form,
 * so that single letters never surprise anybody (WCAG 2.1.4). */
(function () {
	'use strict';

	var all = window.portal.all;

	/* J/K next and previous material, 1/2/3 first, second, third verdict, O open in the preview; never while typing, never with Ctrl or Alt */
	function reviewKeys(form) {
		var items = all('.review-item', form);
		function go(i) {
			var item = items[Math.max(0, Math.min(items.length - 1, i))];
			var first = item.querySelector('input:checked') || item.querySelector('input') || item.querySelector('a');
			open(item); /* first, because following a link may take the focus away */
			if (first) { first.focus(); item.scrollIntoView({ block: 'nearest' }); }
		}
		function open(item) {
			var link = item.querySelector('[data-open]');
			items.forEach(function (i) { i.classList.toggle('is-open', i === item); });
			if (link) link.click();
		}
		function judge(item, n) {
			var radio = item.querySelectorAll('.verdict input')[n - 1];
			if (!radio) return;
			radio.click();
			var reason = radio.closest('.verdict-fail') && item.querySelector('textarea:not([disabled])');
			(reason || radio).focus();
		}
		form.addEventListener('keydown', function (e) {
			var t = e.target;
			if (e.ctrlKey || e.altKey || e.metaKey || t.tagName === 'TEXTAREA' || t.tagName === 'SELECT' ||
				(t.tagName === 'INPUT' && !/^(radio|checkbox)$/.test(t.type))) return;
			var item = t.closest('.review-item'), at = items.indexOf(item), key = e.key.toLowerCase();
			if (key === 'j') go(at + 1);
			else if (key === 'k') go(at - 1);
			else if (item && /^[1-9]$/.test(key)) judge(item, Number(key));
			else if (item && key === 'o') open(item);
			else return;
			e.preventDefault();
		});
		all('[data-keys]', form).forEach(function (k) { k.hidden = false; });
	}

	all('form[data-review]').forEach(reviewKeys);
}());
