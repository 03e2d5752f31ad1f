/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bridge/syl-web-bridge-private.h"

#define RESOURCES "/io/github/syllabus_app/Syllabus/web/"

static char *
dup_resource (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The viewer of PDFs has an origin of its own, which no page can take on. */
static const char *const viewer_only[] = { "webkit-pdfjs-viewer://*/*", NULL };

static void
add_script (WebKitUserContentManager        *manager,
            const char                      *name,
            WebKitUserContentInjectedFrames  frames,
            WebKitUserScriptInjectionTime    moment,
            const char                      *world,
            const char *const               *allowed)
{
  g_autofree char *source = dup_resource (name);
  WebKitUserScript *script;

  if (world != NULL)
    script = webkit_user_script_new_for_world (source, frames, moment, world, allowed, NULL);
  else
    script = webkit_user_script_new (source, frames, moment, allowed, NULL);
  webkit_user_content_manager_add_script (manager, script);
  webkit_user_script_unref (script);
}

/* In the order they need one another. */
static const struct
{
  const char *name;
  gboolean is_for_viewer;
} scripts[] = {
  { "js/dom.js", FALSE },           { "js/text.js", FALSE },      { "js/place.js", FALSE },
  { "js/lines.js", FALSE },         { "js/map.js", FALSE },       { "js/pdf-frame.js", TRUE },
  { "js/pdf-text.js", TRUE },       { "js/document-text.js", FALSE },
  { "js/marks.js", FALSE },         { "js/pointing.js", FALSE },  { "js/selection.js", FALSE },
  { "js/reader.js", FALSE },        { "js/bridge.js", FALSE },
};

static void
add_all_scripts (WebKitUserContentManager *manager)
{
  add_script (manager, "js/pdf-viewer.js", WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
              WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, NULL, viewer_only);
  for (unsigned int i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      if (!scripts[i].is_for_viewer)
        add_script (manager, scripts[i].name, WEBKIT_USER_CONTENT_INJECT_TOP_FRAME,
                    WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, SYL_WEB_BRIDGE_WORLD, NULL);
      add_script (manager, scripts[i].name, WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES,
                  WEBKIT_USER_SCRIPT_INJECT_AT_DOCUMENT_START, SYL_WEB_BRIDGE_WORLD, viewer_only);
    }
}

static void
add_style_sheet (WebKitUserContentManager       *manager,
                 const char                     *name,
                 WebKitUserContentInjectedFrames frames,
                 const char *const              *allowed)
{
  g_autofree char *source = dup_resource (name);
  WebKitUserStyleSheet *sheet;

  sheet = webkit_user_style_sheet_new (source, frames, WEBKIT_USER_STYLE_LEVEL_USER, allowed, NULL);
  webkit_user_content_manager_add_style_sheet (manager, sheet);
  webkit_user_style_sheet_unref (sheet);
}

/* Puts into pages all that is ours. */
void
_syl_web_bridge_add_scripts (WebKitUserContentManager *manager)
{
  add_all_scripts (manager);
  add_style_sheet (manager, "css/marks.css", WEBKIT_USER_CONTENT_INJECT_TOP_FRAME, NULL);
  add_style_sheet (manager, "css/marks.css", WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES, viewer_only);
  add_style_sheet (manager, "css/pdf.css", WEBKIT_USER_CONTENT_INJECT_ALL_FRAMES, viewer_only);
}
