(function () {
  "use strict";
  var layer = null;
  var marks = [];
  var tone = "#2f5fe0";

  function rectangle(element) {
    var box = element.getBoundingClientRect();
    return { x: box.left + scrollX, y: box.top + scrollY, width: box.width, height: box.height };
  }

  function section(id) {
    return document.querySelector('[data-sw-section="' + CSS.escape(id) + '"]');
  }

  function frame(box, width, dashed) {
    var mark = document.createElement("div");
    mark.style.cssText = "position:absolute;box-sizing:border-box;pointer-events:none;left:" + box.x + "px;top:" + box.y
      + "px;width:" + box.width + "px;height:" + box.height + "px;border:" + width + "px " + (dashed ? "dashed" : "solid")
      + " " + tone + ";border-radius:" + (dashed ? 8 : 0) + "px";
    layer.appendChild(mark);
    return mark;
  }

  function label(mark, text) {
    var words = document.createElement("div");
    words.textContent = text;
    words.style.cssText = "position:sticky;bottom:0;background:" + tone + ";color:#fff;font:500 36px/1.3 Inter,"
      + "system-ui,sans-serif;padding:8px 20px;letter-spacing:0;max-width:90%;overflow:hidden;text-overflow:ellipsis;"
      + "white-space:nowrap";
    mark.style.display = "flex";
    mark.style.alignItems = "flex-end";
    mark.appendChild(words);
  }

  function draw() {
    if (layer) {
      layer.remove();
    }
    layer = document.createElement("div");
    layer.setAttribute("aria-hidden", "true");
    layer.style.cssText = "position:absolute;left:0;top:0;width:0;height:0;z-index:2147483000";
    document.body.appendChild(layer);
    marks.forEach(function (each) {
      var found = section(each.section);
      if (!found) {
        return;
      }
      var mark = frame(rectangle(found), 6, false);
      if (each.label) {
        label(mark, each.label);
      }
      each.fields.forEach(function (path) {
        var name = CSS.escape(path);
        found.querySelectorAll('[data-sw-edit="' + name + '"],[data-sw-image="' + name + '"]').forEach(function (field) {
          var box = rectangle(field);
          frame({ x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 }, 4, true);
        });
      });
    });
  }

  window.swMark = function (list, color) {
    marks = list;
    tone = color;
    draw();
  };

  window.swShow = function (body, style) {
    document.getElementById("sw-site").textContent = style;
    document.getElementById("sw-body").innerHTML = body;
  };

  window.swAt = function (x, y) {
    var hit = document.elementFromPoint(x, y);
    var found = hit && hit.closest("[data-sw-section]");
    if (!found) {
      return "";
    }
    var box = found.getBoundingClientRect();
    return [found.getAttribute("data-sw-section"), box.left, box.top, box.width, box.height].join(" ");
  };

  window.swGo = function (id) {
    var found = section(id);
    if (found) {
      scrollTo(0, Math.max(0, rectangle(found).y - 120));
    }
  };

  window.swPlace = function () {
    return scrollY / Math.max(1, document.documentElement.scrollHeight - innerHeight);
  };

  window.swScroll = function (place) {
    scrollTo(0, place * (document.documentElement.scrollHeight - innerHeight));
  };

  addEventListener("resize", draw);
  addEventListener("load", draw);
}());
