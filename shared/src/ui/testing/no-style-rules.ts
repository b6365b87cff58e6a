/**
 * jsdom lays nothing out, but asks every rule of every sheet each time somebody looks how an element is shown (each search by role, each click): a third of these
 * tests. What rules do is looked at in a browser (`test/screens`).
 */
CSSStyleSheet.prototype.insertRule = () => 0;
