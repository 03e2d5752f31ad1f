/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bridge/syl-web-bridge.h"
#include "bridge/syl-web-flood.h"

G_BEGIN_DECLS

/* The scripts' world and the name of their handler: neither is to be seen by a page. */
#define SYL_WEB_BRIDGE_WORLD "syllabus"
#define SYL_WEB_BRIDGE_HANDLER "syllabus"

/* Programs can call scripts in the top frame of a page only, and a PDF is shown in a frame. So it is
 * the scripts that ask for the next thing to do, and the question stands until there is one. */
struct _SylWebBridge
{
  GObject parent_instance;

  WebKitUserContentManager *manager;
  WebKitScriptMessageReply *waiting; /* nullable; the question that stands */
  JSCContext *waiting_context;       /* nullable */
  GQueue commands;                   /* of char*, JSON */
  GQueue mark_commands;              /* of char*, JSON; come after the others */
  unsigned int document;             /* number of the document shown */
  gboolean open;                     /* whether there is one */
  gboolean is_pdf;
  SylWebFlood flood;

  GString *parts;       /* nullable; text that is not whole yet */
  SylPageText *text;    /* nullable; the present one */
  gboolean is_lost;     /* the text can't be had: words are told instead */
  unsigned int version; /* of the text that came last, of any document */
  unsigned int set;     /* number of the marks that were set last */
  unsigned int n_marks; /* in that set */
};

void _syl_web_bridge_push        (SylWebBridge             *self,
                                  GQueue                   *commands,
                                  char                     *command);
void _syl_web_bridge_add_scripts (WebKitUserContentManager *manager);

G_END_DECLS
