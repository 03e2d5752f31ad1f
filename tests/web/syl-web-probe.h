/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-web-test.h"

G_BEGIN_DECLS

/* What a page's own scripts see and do, and what the program is told of the page's text. */
char         *syl_web_probe_evaluate       (SylWebTest  *self,
                                            const char  *script);
char         *syl_web_probe_evaluate_inside (SylWebTest *self,
                                            const char  *script);
void          syl_web_probe_wait_for       (SylWebTest  *self,
                                            const char  *script,
                                            const char  *answer);
gboolean      syl_web_probe_has_selection  (SylWebTest  *self);
gboolean      syl_web_probe_has_no_selection (SylWebTest *self);
void          syl_web_probe_add_viewer_script (SylWebTest *self,
                                            const char  *source);
void          syl_web_probe_wait_for_anew  (SylWebTest  *self,
                                            const char  *script,
                                            const char  *answer);
void          syl_web_probe_wait_painted   (SylWebTest  *self,
                                            const char  *painted);
void          syl_web_probe_wait_for_inside (SylWebTest *self,
                                            const char  *script,
                                            const char  *answer);
void          syl_web_probe_watch_frames   (SylWebTest  *self);
const char   *syl_web_probe_wait_frame     (SylWebTest  *self,
                                            const char  *part);
void          syl_web_probe_locate         (SylWebTest  *self,
                                            const char  *words,
                                            GdkRectangle *area);
void          syl_web_probe_locate_in_frame (SylWebTest *self,
                                            const char  *line,
                                            GdkRectangle *area);
SylPageText  *syl_web_probe_wait_text      (SylWebTest  *self,
                                            unsigned int version);
unsigned int  syl_web_probe_find           (SylPageText *text,
                                            const char  *words);
void          syl_web_probe_mark           (SylWebTest  *self,
                                            SylPageText *text,
                                            const char  *words,
                                            unsigned int meaning);

/* What is painted, as the page can read it: "name:words|…" */
#define SYL_WEB_PROBE_PAINTED \
  "[...CSS.highlights].map(([name, all]) => name + ':' + [...all].map((range) => {" \
  " const live = new Range(); live.setStart(range.startContainer, range.startOffset);" \
  " live.setEnd(range.endContainer, range.endOffset); return live.toString(); }).join('/')).sort().join('|')"

G_END_DECLS
