/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "syl-test.h"

G_BEGIN_DECLS

/**
 * SylLibraryFixture:
 * @folder: of the library
 * @lists: folder of the list that comes along: two sections of three picks, p1-1 to p2-3
 * @library: open
 * @today: the day on which it was set up
 *
 * A library with a small list, for tests.
 */
typedef struct
{
  char *folder;
  char *lists;
  SylLibrary *library;
  GDate today;
} SylLibraryFixture;

void syl_library_fixture_set_up    (SylLibraryFixture *self,
                                    gconstpointer      data);
void syl_library_fixture_tear_down (SylLibraryFixture *self,
                                    gconstpointer      data);

/* Has @func work on the database as the store would, in a transaction, and waits for it. */
void syl_library_fixture_run       (SylLibraryFixture *self,
                                    SylStoreFunc       func,
                                    gpointer           data);

/* Returns: (transfer full): the year as it is now; and asserts what is in its weeks, as in “1 0 2”. */
SylYear *syl_library_fixture_load_year   (SylLibraryFixture *self);
void     syl_library_fixture_assert_year (SylLibraryFixture *self,
                                          const char        *expected);

/* Calls a verb that ends with READY, and finishes it into @value; `fixture` and `error` are there. */
#define ROUND(call, finish, value)                      \
  G_STMT_START                                          \
  {                                                     \
    GAsyncResult *answer_ = NULL;                       \
    g_autoptr (GAsyncResult) result_ = NULL;            \
    call;                                               \
    result_ = syl_test_wait (&answer_);                 \
    value = finish (fixture->library, result_, &error); \
  }                                                     \
  G_STMT_END
#define READY NULL, syl_test_ready_cb, &answer_

G_END_DECLS
