/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <errno.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "call/syl-local-time.h"
#include "call/syl-wall-timer.h"
#include "syl-test.h"

/* How many reads of a timer are to say that the clock was set: nobody may set it for a test. */
static unsigned int n_cancelled;

static gboolean
is_timer (int fd)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *target = g_file_read_link (link, NULL);

  return g_strcmp0 (target, "anon_inode:[timerfd]") == 0;
}

/* Instead of that of the C library, for the timer as well. */
ssize_t
read (int     fd,
      void   *buffer,
      size_t  size)
{
  if (n_cancelled > 0 && is_timer (fd))
    {
      n_cancelled--;
      errno = ECANCELED;
      return -1;
    }
  return syscall (SYS_read, fd, buffer, size);
}

static void
count_cb (gpointer user_data)
{
  (*(unsigned int *) user_data)++;
}

static gboolean
has_come (gpointer user_data)
{
  return *(unsigned int *) user_data > 0;
}

static void
wait_for (unsigned int *n_times)
{
  syl_test_wait_until (has_come, n_times);
  *n_times = 0;
}

static void
test_moments (void)
{
  unsigned int n_times = 0;
  g_autoptr (SylWallTimer) timer = syl_wall_timer_new (NULL, count_cb, &n_times);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) past = g_date_time_add_years (now, -5);
  g_autoptr (GDateTime) soon = g_date_time_add (now, 200 * G_TIME_SPAN_MILLISECOND);
  g_autoptr (GDateTime) later = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) ancient = g_date_time_new_utc (1900, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) after = NULL;

  syl_wall_timer_set (timer, past);
  wait_for (&n_times);
  syl_wall_timer_set (timer, ancient);
  wait_for (&n_times);
  syl_wall_timer_set (timer, soon);
  wait_for (&n_times);
  after = g_date_time_new_now_local ();
  g_assert_cmpint (g_date_time_compare (after, soon), >=, 0);
  syl_wall_timer_set (timer, past);
  syl_wall_timer_set (timer, later);
  syl_wall_timer_set (timer, past);
  syl_wall_timer_set (timer, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_times, ==, 0);
}

static gboolean
has_come_twice (gpointer user_data)
{
  return *(unsigned int *) user_data >= 2;
}

/* It calls, and the moment stands: what was set may have brought it nearer. */
static void
test_clock_that_was_set (void)
{
  unsigned int n_times = 0;
  g_autoptr (SylWallTimer) timer = syl_wall_timer_new (NULL, count_cb, &n_times);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  n_cancelled = 1;
  syl_wall_timer_set (timer, now);
  syl_test_wait_until (has_come_twice, &n_times);
  g_assert_cmpuint (n_cancelled, ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (n_times, ==, 2);
}

static void
test_zone (void)
{
  unsigned int n_times = 0;
  g_autofree char *folder = syl_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "localtime", NULL);
  g_autofree char *fresh = g_build_filename (folder, "fresh", NULL);
  SylWallTimer *timer;

  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Europe/Berlin", file), ==, 0);
  timer = syl_wall_timer_new (file, count_cb, &n_times);
  g_assert_cmpint (symlink ("/usr/share/zoneinfo/Asia/Tokyo", fresh), ==, 0);
  g_assert_cmpint (g_rename (fresh, file), ==, 0);
  wait_for (&n_times);
  g_assert_cmpint (g_unlink (file), ==, 0);
  wait_for (&n_times);
  syl_wall_timer_free (timer);
  syl_test_remove_folder (folder);
}

static void
assert_offset (int expected)
{
  g_autoptr (GDateTime) winter = g_date_time_new_utc (2026, 1, 15, 12, 0, 0);
  g_autoptr (GDateTime) here = syl_local_time_of (winter);
  g_autoptr (GDateTime) now = syl_local_time_now ();
  g_autoptr (GDateTime) same = syl_local_time_of (now);

  g_assert_true (g_date_time_equal (winter, here));
  g_assert_cmpint (g_date_time_get_utc_offset (here), ==, expected * G_TIME_SPAN_HOUR);
  g_assert_cmpint (g_date_time_get_utc_offset (now), ==, g_date_time_get_utc_offset (same));
}

static void
write_zone (const char *file,
            const char *name)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, name, -1, &error);
  g_assert_no_error (error);
}

/* As Flatpak writes it into a sandbox; what is no zone leaves that of the machine. */
static void
test_name_of_zone (void)
{
  unsigned int n_times = 0;
  g_autofree char *folder = syl_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "timezone", NULL);
  g_autoptr (GDateTime) winter = g_date_time_new_utc (2026, 1, 15, 12, 0, 0);
  g_autoptr (GDateTime) local = g_date_time_to_local (winter);
  int offset = (int) (g_date_time_get_utc_offset (local) / G_TIME_SPAN_HOUR);
  SylWallTimer *timer;

  g_setenv ("SYLLABUS_ZONE_FILE", file, TRUE);
  g_assert_cmpstr (syl_local_time_get_file (), ==, "/etc/localtime");
  assert_offset (offset);
  write_zone (file, "America/New_York\n");
  g_assert_cmpstr (syl_local_time_get_file (), ==, file);
  timer = syl_wall_timer_new (NULL, count_cb, &n_times);
  assert_offset (-5);
  write_zone (file, "Asia/Tokyo\n");
  wait_for (&n_times);
  assert_offset (9);
  for (const char *const *name = (const char *const[]){ "", "\n", "Nowhere/At_All\n", NULL }; *name != NULL; name++)
    {
      write_zone (file, *name);
      assert_offset (offset);
    }
  g_setenv ("TZ", "Asia/Kolkata", TRUE);
  write_zone (file, "Asia/Tokyo\n");
  g_assert_null (syl_local_time_get_file ());
  {
    g_autoptr (GDateTime) now = syl_local_time_now ();

    g_assert_cmpint (g_date_time_get_utc_offset (now), ==, 330 * G_TIME_SPAN_MINUTE);
  }
  g_unsetenv ("TZ");
  g_unsetenv ("SYLLABUS_ZONE_FILE");
  syl_wall_timer_free (timer);
  syl_test_remove_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_unsetenv ("TZ");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wall-timer/moments", test_moments);
  g_test_add_func ("/wall-timer/clock-that-was-set", test_clock_that_was_set);
  g_test_add_func ("/wall-timer/zone", test_zone);
  g_test_add_func ("/wall-timer/name-of-zone", test_name_of_zone);
  return g_test_run ();
}
