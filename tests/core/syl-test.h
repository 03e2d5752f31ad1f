/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "model/syl-library.h"

G_BEGIN_DECLS

/* What tests of the store and the library share. Every wait is bounded, and ends the test. */


typedef gboolean (*SylTestCondition) (gpointer user_data);

char         *syl_test_make_folder   (void);
void          syl_test_remove_folder (const char           *folder);
char         *syl_test_write_file    (const char           *folder,
                                      const char           *name,
                                      const char           *text);
char         *syl_test_read_file     (const char           *path,
                                      gsize                *length);

void          syl_test_ready_cb      (GObject              *object,
                                      GAsyncResult         *result,
                                      gpointer              user_data);
GAsyncResult *syl_test_wait          (GAsyncResult        **result);
void          syl_test_wait_until    (SylTestCondition      condition,
                                      gpointer              user_data);

char         *syl_test_make_list     (const char           *id,
                                      const char           *updated,
                                      unsigned int          n_sections,
                                      unsigned int          n_picks);
SylLibrary   *syl_test_open_library  (const char           *folder,
                                      const char           *lists);
void          syl_test_close_library (SylLibrary           *library);
SylPick      *syl_test_find_pick     (SylLibrary           *library,
                                      const char           *slug);

G_END_DECLS
