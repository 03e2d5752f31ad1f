/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>

#include "call/syl-local-time.h"
#include "syl-test.h"

/*
 * What the window does about a call, in a program of its own: call-reader FOLDER LISTS VERB [SECONDS], with
 * claim, settle, another, or postpone. Prints the title of the pick where there is one. What is settled is the
 * call that is out.
 */

static void
print (SylCall      *owned,
       const GError *error)
{
  g_autoptr (SylCall) call = owned;

  g_assert_no_error (error);
  g_print ("%s\n", call != NULL ? syl_pick_get_title (call->pick) : "");
}

static void
settle_now (SylLibrary *library)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GAsyncResult) found = NULL;
  g_autoptr (GAsyncResult) settled = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SylCall) call = NULL;
  GAsyncResult *answer = NULL;

  syl_library_find_call_async (library, now, NULL, syl_test_ready_cb, &answer);
  found = syl_test_wait (&answer);
  call = syl_library_find_call_finish (library, found, &error);
  g_assert_no_error (error);
  g_assert_nonnull (call);
  syl_library_settle_call_async (library, call->pick, now, NULL, syl_test_ready_cb, &answer);
  settled = syl_test_wait (&answer);
  syl_library_settle_call_finish (library, settled, &error);
  g_assert_no_error (error);
}

static void
run (SylLibrary *library,
     const char *verb,
     int         seconds)
{
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GDateTime) until = g_date_time_add_seconds (now, seconds);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GAsyncResult *answer = NULL;

  if (g_str_equal (verb, "claim"))
    syl_library_claim_call_async (library, now, NULL, syl_test_ready_cb, &answer);
  else if (g_str_equal (verb, "another"))
    syl_library_call_another_async (library, now, NULL, syl_test_ready_cb, &answer);
  else
    syl_library_postpone_call_async (library, now, until, NULL, syl_test_ready_cb, &answer);
  result = syl_test_wait (&answer);

  if (g_str_equal (verb, "claim"))
    print (syl_library_claim_call_finish (library, result, &error), error);
  else if (g_str_equal (verb, "another"))
    print (syl_library_call_another_finish (library, result, &error), error);
  else
    syl_library_postpone_call_finish (library, result, &error);
  g_assert_no_error (error);
}

int
main (int   argc,
      char *argv[])
{
  SylLibrary *library;

  g_assert_cmpint (argc, >=, 4);
  library = syl_test_open_library (argv[1], argv[2]);
  if (g_str_equal (argv[3], "settle"))
    settle_now (library);
  else
    run (library, argv[3], argc > 4 ? atoi (argv[4]) : 0);
  syl_test_close_library (library);
  return 0;
}
