/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-page-engine.h"

G_BEGIN_DECLS

/* A view on the test server. Every wait is bounded, and ends the test. */
typedef struct
{
  char *folder;
  GSubprocess *server;
  unsigned int port;
  unsigned int plain_port;
  unsigned int closed_port;
  SylPageEngine *engine;
  SylPageView *view;
  GtkWindow *window;
  char *external;        /* nullable: where the page wanted to go last */
  SylPagePlace *place;   /* nullable: where the reader came to rest last */
  int n_found;           /* -1 before an answer */
} SylWebTest;

typedef gboolean (*SylWebTestCondition) (SylWebTest *self);

void  syl_web_test_set_up        (SylWebTest          *self,
                                  gconstpointer        data);
void  syl_web_test_tear_down     (SylWebTest          *self,
                                  gconstpointer        data);
void  syl_web_test_wait          (SylWebTest          *self,
                                  const char          *what,
                                  SylWebTestCondition  condition);
char *syl_web_test_dup_uri       (SylWebTest          *self,
                                  const char          *path);
void  syl_web_test_load          (SylWebTest          *self,
                                  const char          *path,
                                  SylPagePlace        *place);
void  syl_web_test_load_failing  (SylWebTest          *self,
                                  const char          *uri,
                                  SylPageFailureKind   kind);
void  syl_web_test_wait_title    (SylWebTest          *self,
                                  const char          *title);
char *syl_web_test_dup_log       (SylWebTest          *self);
void  syl_web_test_tell          (SylWebTest          *self,
                                  const char          *path);
SylPagePlace *syl_web_test_get_place (SylWebTest      *self);

G_END_DECLS
