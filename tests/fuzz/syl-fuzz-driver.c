/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls an entry of libFuzzer with each file of a folder, and then with what random changes make of
 * them: for systems without libFuzzer. The changes are the same each time.
 *
 * Usage: fuzz-NAME FOLDER [SECONDS [SEED]] */
#include <glib.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define SECONDS 8
#define MAX_BYTES 16384
#define MAX_RUNS 40000

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

static GPtrArray *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize length;

      g_file_get_contents (path, &data, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (inputs, g_bytes_new_take (data, length));
    }
  return inputs;
}

static void
remove_some (GByteArray *bytes,
             GRand      *random)
{
  guint start = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint length = (guint) 1 << g_rand_int_range (random, 0, 8);

  g_byte_array_remove_range (bytes, start, MIN (length, bytes->len - start));
}

/* A part of this or of another input goes to some place. */
static void
copy_some (GByteArray *bytes,
           GBytes     *other,
           GRand      *random)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (other, &size);
  guint at = bytes->len > 0 ? (guint) g_rand_int_range (random, 0, (gint32) bytes->len) : 0;
  g_autofree guint8 *rest = g_memdup2 (bytes->data + at, bytes->len - at);
  guint n_rest = bytes->len - at, start, length;

  if (size == 0 || bytes->len > MAX_BYTES)
    return;

  start = (guint) g_rand_int_range (random, 0, (gint32) size);
  length = (guint) 1 << g_rand_int_range (random, 0, 10);
  length = MIN (length, (guint) size - start);
  g_byte_array_set_size (bytes, at);
  g_byte_array_append (bytes, data + start, length);
  if (n_rest > 0)
    g_byte_array_append (bytes, rest, n_rest);
}

static void
change (GByteArray *bytes,
        GPtrArray  *inputs,
        GRand      *random)
{
  GBytes *other = g_ptr_array_index (inputs, g_rand_int_range (random, 0, (gint32) inputs->len));

  switch (bytes->len > 0 ? g_rand_int_range (random, 0, 5) : 4)
    {
    case 0:
      bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] = (guint8) g_rand_int (random);
      break;
    case 1:
      bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] ^= (guint8) (1 << g_rand_int_range (random, 0, 8));
      break;
    case 2:
      remove_some (bytes, random);
      break;
    default:
      copy_some (bytes, other, random);
      break;
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GPtrArray) inputs = argc > 1 ? load (argv[1]) : NULL;
  gint64 until = g_get_monotonic_time () + (argc > 2 ? atoi (argv[2]) : SECONDS) * G_USEC_PER_SEC;
  g_autoptr (GRand) random = g_rand_new_with_seed (argc > 3 ? (guint32) atoi (argv[3]) : 1);
  unsigned int runs;

  g_assert_nonnull (inputs);
  g_assert_cmpuint (inputs->len, >, 0);
  for (guint i = 0; i < inputs->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (inputs, i), &size);

      LLVMFuzzerTestOneInput (data, size);
    }
  for (runs = 0; g_get_monotonic_time () < until && (argc > 2 || runs < MAX_RUNS); runs++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (inputs, runs % inputs->len), &size);

      g_byte_array_append (bytes, data, (guint) size);
      for (int n = 1 << g_rand_int_range (random, 0, 5); n > 0; n--)
        change (bytes, inputs, random);
      LLVMFuzzerTestOneInput (bytes->data, bytes->len);
    }
  g_print ("%u files, %u changed ones\n", inputs->len, runs);
  return 0;
}
